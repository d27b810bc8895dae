/**
 * Who a person is: an unguessable id and a display name, kept by the browser in one signed cookie.
 * Also what doors need to trust a request: derived keys and the origin check.
 */
package plenum.identity;
