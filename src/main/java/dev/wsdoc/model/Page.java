package dev.wsdoc.model;

import java.util.List;

/**
 * One page of the connection list.
 *
 * @param offset index of the first entry, from 0
 * @param limit the most entries a page may hold
 * @param total entries in all, those on other pages included
 */
public record Page(int offset, int limit, int total, List<ConnectionInfo> items) {
    public Page {
        items = List.copyOf(items);
    }
}
