package dev.migratedb.internal.execution;

import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeansException;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** JDBC URLs as they may be shown. */
final class JdbcUrls {

    /** What precedes an at-sign before the host: {@code //user:password@}, or {@code :user/password@} as Oracle has it. */
    private static final Pattern CREDENTIALS = Pattern.compile("(?<=//)[^/@]*@|(?<=:)[^/:@]+/[^/@]*@");

    private static final Logger LOG = LoggerFactory.getLogger(JdbcUrls.class);

    private JdbcUrls() {}

    /** Where a data source leads, as far as it, or that which it wraps, says so; else its class. */
    static String of(DataSource dataSource) {
        String url = url(dataSource);
        return url == null ? dataSource.getClass().getName() : withoutSecrets(url);
    }

    private static @Nullable String url(DataSource dataSource) {
        BeanWrapper properties = PropertyAccessorFactory.forBeanPropertyAccess(dataSource);
        for (String property : List.of("jdbcUrl", "url", "URL")) {
            try {
                if (properties.isReadableProperty(property)
                        && properties.getPropertyValue(property) instanceof String url) {
                    return url;
                }
            } catch (BeansException ex) {
                LOG.debug("The data source does not tell its {}", property, ex);
            }
        }
        DataSource wrapped =
                dataSource instanceof DelegatingDataSource delegating ? delegating.getTargetDataSource() : null;
        return wrapped == null ? null : url(wrapped);
    }

    /** The URL up to its parameters, without credentials. */
    static String withoutSecrets(@Nullable String url) {
        if (url == null) {
            return "unknown URL";
        }
        int end = url.length();
        for (char parameters : new char[] {'?', ';'}) {
            int at = url.indexOf(parameters);
            end = at < 0 ? end : Math.min(end, at);
        }
        return CREDENTIALS.matcher(url.substring(0, end)).replaceFirst("");
    }
}
