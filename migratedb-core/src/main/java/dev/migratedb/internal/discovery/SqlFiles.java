package dev.migratedb.internal.discovery;

import dev.migratedb.configuration.NamingRules;
import dev.migratedb.internal.script.ScriptFile;
import dev.migratedb.internal.script.ScriptLanguage;
import dev.migratedb.internal.script.ScriptOptions;
import dev.migratedb.internal.script.ScriptProblem;
import dev.migratedb.migration.ErrorCode;
import dev.migratedb.migration.ScriptPosition;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells migrations, callbacks and other files apart, and reads those that count. One per search; not thread-safe. */
final class SqlFiles {

    private final NamingRules rules;
    private final NameParser names;
    private final Encodings encodings;
    private final boolean withCallbacks;
    private final List<ScriptProblem> problems;

    private final RawContent rawContent = new RawContent();
    private final List<Identified<MigrationFile>> migrations = new ArrayList<>();
    private final List<Identified<CallbackFile>> callbacks = new ArrayList<>();

    /** Files that nothing will run, in the order in which they were found, with what to say about each. */
    private final Map<String, String> notRun = new LinkedHashMap<>();

    private int migrationCount;

    /**
     * Something that was read from a file.
     *
     * @param identity of the file, see {@link LocatedFile}
     */
    record Identified<T>(T value, String identity) {}

    /**
     * Creates it with nothing in it.
     *
     * @param withCallbacks whether callbacks count at all
     */
    SqlFiles(NamingRules rules, Encodings encodings, boolean withCallbacks, List<ScriptProblem> problems) {
        this.withCallbacks = withCallbacks;
        this.rules = rules;
        this.names = new NameParser(rules);
        this.encodings = encodings;
        this.problems = problems;
    }

    /** Takes in what a location holds. In a location of callbacks nothing else counts. */
    void add(List<LocatedFile> files, boolean onlyCallbacks) {
        Map<String, LocatedFile> byIdentity =
                files.stream().collect(Collectors.toMap(LocatedFile::identity, Function.identity()));
        for (LocatedFile file : files) {
            FileName name = names.parse(file.filename());
            LocatedFile conf = byIdentity.get(ScriptConf.nameFor(file.identity()));
            if (name instanceof FileName.OfCallback callback) {
                ScriptFile script = withCallbacks ? read(file, conf) : null;
                if (script != null) {
                    callbacks.add(new Identified<>(
                            new CallbackFile(callback.event(), callback.description(), script), file.identity()));
                }
            } else if (name instanceof FileName.OfMigration migration && !onlyCallbacks) {
                migrationCount++;
                ScriptFile script = read(file, conf);
                if (script != null) {
                    migrations.add(new Identified<>(
                            new MigrationFile(migration.kind(), migration.version(), migration.description(), script),
                            file.identity()));
                }
            } else if (name instanceof FileName.OfNothing nothing && (!onlyCallbacks || nothing.meansCallback())) {
                notRun.put(file.shown(), nothing.advice());
            }
        }
    }

    List<Identified<MigrationFile>> migrations() {
        return migrations;
    }

    List<Identified<CallbackFile>> callbacks() {
        return callbacks;
    }

    /** How many files have the name of a migration, also of those that could not be read. */
    int migrationCount() {
        return migrationCount;
    }

    /** Says which files nothing will run: as problems or as one warning, as the settings want it. */
    void reportNotRun(List<String> warnings) {
        if (notRun.isEmpty()) {
            return;
        }
        if (rules.validate()) {
            notRun.forEach((file, advice) -> problems.add(new ScriptProblem(
                    ErrorCode.INVALID_NAME,
                    null,
                    "File " + file + " is neither named like a migration nor like a callback that can be run (" + advice
                            + ").",
                    "Rename the file or move it out of the locations; without 'migratedb.validate-migration-naming' this is"
                            + " a warning.")));
            return;
        }
        String count = notRun.size() == 1 ? "1 file is" : notRun.size() + " files are";
        warnings.add(notRun.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining("; ", count + " not run because of the name: ", "")));
    }

    private @Nullable ScriptFile read(LocatedFile file, @Nullable LocatedFile confFile) {
        int problemsBefore = problems.size();
        ScriptConf conf = confFile == null ? ScriptConf.NONE : readConf(confFile);
        Charset charset = conf.encoding() == null ? encodings.configured() : conf.encoding();
        try (PushbackInputStream content = new PushbackInputStream(file.now().open(), Encodings.LONGEST_MARK)) {
            if (conf.encoding() == null) {
                charset = encodings.of(content);
            }
            HeaderLines header = new HeaderLines();
            RawContent.Measured measured = rawContent.measure(content, charset, header);
            ScriptLanguage language = names.language(file.filename());
            ScriptOptions options = language.isExternal() ? conf.options() : options(conf, header, file);
            return problems.size() > problemsBefore
                    ? null
                    : new ScriptFile(
                            file.relative(),
                            file.shown(),
                            charset,
                            options,
                            measured.size(),
                            measured.checksum(),
                            file.later(),
                            language,
                            file.path());
        } catch (RawContent.UndecodableException ex) {
            problems.add(undecodable(file, charset, ex));
        } catch (IOException ex) {
            problems.add(unreadable(file, ex));
        }
        return null;
    }

    private ScriptOptions options(ScriptConf conf, HeaderLines header, LocatedFile file) {
        String confName = ScriptConf.nameFor(file.filename());
        return new ScriptHeader(conf.options(), file.shown(), confName, problems).with(header.found());
    }

    private ScriptConf readConf(LocatedFile file) {
        try (InputStream content = file.now().open()) {
            return ScriptConf.read(content, file.shown(), problems);
        } catch (IOException ex) {
            problems.add(unreadable(file, ex));
            return ScriptConf.NONE;
        }
    }

    private static ScriptProblem undecodable(LocatedFile file, Charset charset, RawContent.UndecodableException cause) {
        String value = "0x%02X".formatted(cause.value());
        return new ScriptProblem(
                ErrorCode.UNREADABLE_FILE,
                new ScriptPosition(file.shown(), cause.line(), cause.column(), ""),
                file.filename() + " cannot be decoded as " + charset.name() + ": line " + cause.line()
                        + " has the byte " + value + ", which is malformed there.",
                "Save the file as " + charset.name()
                        + ", or name its true encoding by 'migratedb.encoding' for all files,"
                        + " or by encoding=<name> in " + ScriptConf.nameFor(file.filename()) + " for this one.");
    }

    private static ScriptProblem unreadable(LocatedFile file, IOException cause) {
        return new ScriptProblem(
                ErrorCode.UNREADABLE_FILE,
                null,
                file.shown() + " cannot be read (" + cause + ").",
                "Make the file readable for the user that runs the application.");
    }
}
