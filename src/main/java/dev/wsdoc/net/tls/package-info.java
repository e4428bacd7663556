/**
 * What it takes to speak TLS. Read Tls first; Verification is whom to trust, ClientIdentity who to be, TlsFailure and CertificateTrouble
 * what a failure means to people.
 */
@NullMarked
package dev.wsdoc.net.tls;

import org.jspecify.annotations.NullMarked;
