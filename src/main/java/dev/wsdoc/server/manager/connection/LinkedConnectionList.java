package dev.wsdoc.server.manager.connection;

import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Connections in the order in which they came, each at a place by which it is struck off without a search, so that a
 * sweep costs the same for each connection however many there are. Not to be changed while it is iterated.
 */
final class LinkedConnectionList extends AbstractCollection<Connection> {
    /** Where a connection stands. */
    final class Place {
        private final Connection connection;
        private @Nullable Place before;
        private @Nullable Place after;

        private Place(Connection connection) {
            this.connection = connection;
        }

        LinkedConnectionList list() {
            return LinkedConnectionList.this;
        }

        /** Strikes the connection off; once only. */
        void strike() {
            if (before == null) {
                first = after;
            } else {
                before.after = after;
            }
            if (after == null) {
                last = before;
            } else {
                after.before = before;
            }
            size--;
        }
    }

    private @Nullable Place first;
    private @Nullable Place last;
    private int size;

    Place append(Connection connection) {
        Place place = new Place(connection);
        place.before = last;
        if (last == null) {
            first = place;
        } else {
            last.after = place;
        }
        last = place;
        size++;
        return place;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Iterator<Connection> iterator() {
        return new Iterator<>() {
            private @Nullable Place next = first;

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public Connection next() {
                Place place = next;
                if (place == null) {
                    throw new NoSuchElementException();
                }
                next = place.after;
                return place.connection;
            }
        };
    }
}
