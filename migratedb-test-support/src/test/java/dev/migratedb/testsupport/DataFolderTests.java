package dev.migratedb.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

class DataFolderTests {

    @Test
    void eachServerGetsAnEmptyFolderOfItsOwn() throws IOException {
        Path first = DataFolder.create("planted-");
        Path second = DataFolder.create("planted-");
        try {
            assertThat(first).isEmptyDirectory().isNotEqualTo(second);
            assertThat(second).isEmptyDirectory();
        } finally {
            FileSystemUtils.deleteRecursively(first);
            FileSystemUtils.deleteRecursively(second);
        }
    }
}
