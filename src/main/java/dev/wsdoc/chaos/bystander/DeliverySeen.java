package dev.wsdoc.chaos.bystander;

/**
 * How messages reached the healthy clients.
 *
 * @param losers how many clients missed some
 * @param copies how often one message came to one client at the most, from the first fault on, where that was more than before; else 0
 * @param copiesBefore how often before
 * @param pushes what the server sends by itself
 */
public record DeliverySeen(int losers, int copies, int copiesBefore, Pushes pushes) {
    /** Nothing was looked at. */
    public static final DeliverySeen NONE = new DeliverySeen(0, 0, 0, Pushes.NONE);

    /**
     * What the server sends by itself to open clients.
     *
     * @param heard to how many any came at all, be they open or not
     * @param streaming to how many it kept coming while nothing was done to anybody
     * @param stopped to how many of these it comes no more
     * @param doubtful to how many of these it may come no more, which the next seconds will tell
     * @param gapMs how far apart two were at the most, undisturbed
     * @param silenceMs how long none had come to those to whom it comes no more, at the least; 0 when there are none
     */
    public record Pushes(int heard, int streaming, int stopped, int doubtful, double gapMs, double silenceMs) {
        /** It sends nothing by itself. */
        public static final Pushes NONE = new Pushes(0, 0, 0, 0, 0, 0);
    }

    /** Whether messages came more often than they did before anything was done to anybody. */
    public boolean repeats() {
        return copies > copiesBefore;
    }
}
