package dev.wsdoc.cli.convert;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads sizes in bytes such as {@code 65536}, {@code 64k}, {@code 1MiB} or {@code 1.5M}. As with {@code ulimit} and
 * {@code dd}, k, M and G are powers of 1024; kB, MB and GB are powers of 1000.
 */
public final class SizeConverter implements ITypeConverter<Integer> {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,9})?)\\s*([kmg]?)(i?)(b?)");

    @Override
    public Integer convert(String text) {
        Matcher match = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!match.matches() || (match.group(2).isEmpty() && !match.group(3).isEmpty())) {
            throw new TypeConversionException("'" + text + "' is not a size; write it like 65536, 64k or 1MiB");
        }
        boolean isDecimal = match.group(3).isEmpty() && !match.group(4).isEmpty();
        long unit = (long)
                Math.pow(isDecimal ? 1000 : 1024, " kmg".indexOf(match.group(2).isEmpty() ? " " : match.group(2)));
        BigDecimal bytes = new BigDecimal(match.group(1)).multiply(BigDecimal.valueOf(unit));
        try {
            return bytes.toBigInteger().intValueExact();
        } catch (ArithmeticException e) {
            throw new TypeConversionException("'" + text + "' is 2 GiB or more");
        }
    }
}
