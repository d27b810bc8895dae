package plenum.account.ldap;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** A company's directory, with its people and groups. */
public final class DirectoryForTests implements AutoCloseable {

  public static final String ROOT = "dc=corp,dc=example";
  public static final String PEOPLE = "ou=people," + ROOT;
  public static final String GROUPS = "ou=groups," + ROOT;
  public static final String SEARCHER = "cn=searcher," + ROOT;

  final InMemoryDirectoryServer server;

  /** Without TLS. */
  public static DirectoryForTests plain() throws LDAPException, LDIFException {
    return watched(new InMemoryOperationInterceptor() {});
  }

  /** The same, with somebody who sees what is asked. */
  public static DirectoryForTests watched(InMemoryOperationInterceptor watcher)
      throws LDAPException, LDIFException {
    return new DirectoryForTests(
        InMemoryListenerConfig.createLDAPConfig("plain", InetAddress.getLoopbackAddress(), 0, null),
        watcher);
  }

  /** By ldaps, or by StartTLS; the certificate is that of the PKCS#12 file. */
  public static DirectoryForTests safe(Path keys, String password, boolean startTls)
      throws LDAPException, LDIFException, GeneralSecurityException {
    SSLUtil ssl =
        new SSLUtil(
            new KeyStoreKeyManager(keys.toFile(), password.toCharArray(), "PKCS12", null),
            new TrustAllTrustManager());
    InetAddress here = InetAddress.getLoopbackAddress();
    return new DirectoryForTests(
        startTls
            ? InMemoryListenerConfig.createLDAPConfig(
                "starttls", here, 0, ssl.createSSLSocketFactory())
            : InMemoryListenerConfig.createLDAPSConfig(
                "safe", here, 0, ssl.createSSLServerSocketFactory(), ssl.createSSLSocketFactory()),
        new InMemoryOperationInterceptor() {});
  }

  private DirectoryForTests(InMemoryListenerConfig listener, InMemoryOperationInterceptor watcher)
      throws LDAPException, LDIFException {
    InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(ROOT);
    config.setListenerConfigs(listener);
    config.addAdditionalBindCredentials(SEARCHER, "searching");
    config.setSchema(null);
    config.addInMemoryOperationInterceptor(watcher);
    server = new InMemoryDirectoryServer(config);
    server.add("dn: " + ROOT, "objectClass: domain", "dc: corp");
    server.add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: people");
    server.add("dn: " + GROUPS, "objectClass: organizationalUnit", "ou: groups");
    server.startListening();
  }

  /** Where it answers. */
  public URI address(String scheme) {
    return URI.create(scheme + "://localhost:" + server.getListenPort());
  }

  /** Somebody, with the own login name and a "!" as password. */
  public String person(String login, String name) throws LDAPException, LDIFException {
    String dn = "uid=" + login.replace("+", "\\+") + "," + PEOPLE;
    server.add(
        "dn: " + dn,
        "objectClass: inetOrgPerson",
        "uid: " + login,
        "cn: " + name,
        "entryUUID: id-of-" + login,
        "userPassword: " + login + "!");
    return dn;
  }

  /** A group with these members, by their DNs. */
  public String group(String name, String... members) throws LDAPException, LDIFException {
    String dn = "cn=" + name + "," + GROUPS;
    server.add("dn: " + dn, "objectClass: groupOfNames", "cn: " + name);
    for (String member : members) {
      server.modify("dn: " + dn, "changetype: modify", "add: member", "member: " + member);
    }
    return dn;
  }

  @Override
  public void close() {
    server.shutDown(true);
  }
}
