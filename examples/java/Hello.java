import io.stead.*;
import io.stead.request.*;
import java.nio.file.Path;

public class Hello {
    public static void main(String[] arguments) {
        try (Engine engine = Stead.open(Path.of(arguments.length > 0 ? arguments[0] : "hello.db"))) {
            var account = engine.accounts().create(
                    AccountRequest.of("Cubeflakes", AdminPerson.of("Hank White", "hankwhite@cubeflakes.com")));
            try (Session hank = engine.openTrusted(account.adminUserId().orElseThrow())) {
                var luther = hank.identities().create( // plans the mail that asks Luther
                        IdentityRequest.of("Luther Cooper", "luthercooper@cubeflakes.com"));
                System.out.println("The identity of Luther Cooper is " + luther.status().word() + ".");
                System.out.println("May Hank send for Luther? " + hank.may("document.send", luther.email()));
                System.out.println(hank.explain("document.send", luther.email()).text());
            }
        }
    }
}
