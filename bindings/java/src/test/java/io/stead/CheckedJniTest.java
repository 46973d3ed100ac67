package io.stead;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A program of its own under -Xcheck:jni, which watches every JNI call and prints what is wrong: it prints nothing. */
class CheckedJniTest {
    @TempDir
    Path folder;

    @Test
    void theJvmHasNothingToSay() throws Exception {
        Child.Result result = Child.run("-Xcheck:jni", "-cp", Child.CLASS_PATH, "io.stead.CheckedJniTest$Program",
                folder.toString());
        assertEquals("done\n", result.output());
        assertEquals(0, result.status());
    }

    /** Every way into C and back: texts, bytes, records, handles, buffers, numbers, failures. */
    public static final class Program {
        private Program() {}

        /**
         * Runs.
         *
         * @param arguments a folder for the store
         * @throws Exception when something fails
         */
        public static void main(String[] arguments) throws Exception {
            StoryTest story = new StoryTest();
            story.folder = Path.of(arguments[0]);
            story.open();
            story.sentOnBehalfSignedAndProved();
            story.close();
            new SteadRecordTest().setsAndReadsEveryKind();
            new SteadRecordTest().theEdgeRefusesWhatIsNotARecord();
            System.gc();
            System.out.println("done");
        }
    }
}
