@NullUnmarked // tests build and tear down in ways that NullAway does not follow
package dev.wsdoc.evidence.search;

import org.jspecify.annotations.NullUnmarked;
