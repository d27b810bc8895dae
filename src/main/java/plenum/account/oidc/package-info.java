/** Logins at a provider who knows people (OpenID Connect Core 1.0), by code and PKCE. */
package plenum.account.oidc;
