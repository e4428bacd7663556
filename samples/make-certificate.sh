#!/bin/sh
# A certificate for this machine, good for a day, and its key: FOLDER/cert.pem and FOLDER/key.pem.
#
#   samples/make-certificate.sh FOLDER
set -eu
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout "$1/key.pem" -out "$1/cert.pem" 2>"$1/openssl.log" || {
    cat "$1/openssl.log" >&2
    exit 1
}
