package dev.wsdoc.talk;

import dev.wsdoc.net.tls.Verification;
import dev.wsdoc.wire.handshake.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Reads what browsers give for "copy as cURL": a URL, headers and cookies. What would change the request otherwise is refused. */
public final class CurlCommand {
    /** Options that mean nothing for a WebSocket, or that wsdoc does anyway. */
    private static final Set<String> IDLE = Set.of(
            "--compressed",
            "--http1.1",
            "--globoff",
            "-g",
            "-s",
            "--silent",
            "-S",
            "--show-error",
            "-v",
            "--verbose",
            "-i",
            "--include",
            "-N",
            "--no-buffer",
            "-L",
            "--location",
            "-G",
            "--get");

    private final List<Header> headers = new ArrayList<>();
    private String url = "";
    private Verification verification = Verification.FULL;

    private CurlCommand() {}

    /**
     * Where the command leads to.
     *
     * @throws IllegalArgumentException with one line that says what is wrong with the command
     */
    public static BrowserRequest parse(String command) {
        Iterator<String> words = ShellWords.of(command).iterator();
        if (!words.hasNext() || !words.next().equals("curl")) {
            throw new IllegalArgumentException("it does not begin with curl");
        }
        CurlCommand curl = new CurlCommand();
        while (words.hasNext()) {
            curl.take(words.next(), words);
        }
        if (curl.url.isEmpty()) {
            throw new IllegalArgumentException("it has no URL");
        }
        return BrowserRequest.of(curl.url, curl.headers, curl.verification);
    }

    private void take(String word, Iterator<String> rest) {
        boolean isGlued = word.length() > 2 && word.charAt(0) == '-' && "HbAeuX".indexOf(word.charAt(1)) >= 0;
        if (isGlued) { // such as -HName:value
            take(word.substring(0, 2), List.of(word.substring(2)).iterator());
            return;
        }
        switch (word) {
            case "-H", "--header" -> header(value(word, rest));
            case "-b", "--cookie" -> cookie(value(word, rest));
            case "-A", "--user-agent" -> headers.add(new Header("User-Agent", value(word, rest)));
            case "-e", "--referer" -> headers.add(new Header("Referer", value(word, rest)));
            case "-u", "--user" -> headers.add(new Header("Authorization", "Basic " + base64(value(word, rest))));
            case "-k", "--insecure" -> verification = Verification.NONE;
            case "--url" -> url(value(word, rest));
            case "-X", "--request" -> method(value(word, rest));
            default -> other(word);
        }
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " has no value");
        }
        return rest.next();
    }

    /** {@code Name;} is curl's way to write one without a value, {@code Name:} its way to take one away. */
    private void header(String line) {
        int colon = line.indexOf(':');
        if (colon < 1 && !line.endsWith(";")) {
            throw new IllegalArgumentException("-H is not like 'Name: value': it has no colon"); // it may be a secret
        }
        String name = colon < 1 ? line.substring(0, line.length() - 1) : line.substring(0, colon);
        String text = colon < 1 ? "" : line.substring(colon + 1).strip();
        if (colon < 1 || !text.isEmpty()) {
            headers.add(new Header(name.strip(), text));
        }
    }

    private void cookie(String text) {
        if (text.indexOf('=') < 0) {
            throw new IllegalArgumentException(
                    "-b names a file of cookies, which is not read; give them as name=value");
        }
        headers.add(new Header("Cookie", text));
    }

    private static String base64(String login) {
        return Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    private static void method(String name) {
        if (!name.equals("GET")) {
            throw new IllegalArgumentException("its method is " + name + "; a WebSocket begins with GET");
        }
    }

    private void url(String text) {
        if (!url.isEmpty()) {
            throw new IllegalArgumentException("it has more than one URL");
        }
        url = text;
    }

    private void other(String word) {
        if (!word.startsWith("-")) {
            url(word);
        } else if (!IDLE.contains(word)) {
            throw new IllegalArgumentException("its option " + word + " is not known here; leave it out");
        }
    }
}
