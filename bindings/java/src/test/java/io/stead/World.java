package io.stead;

import io.stead.model.Account;
import io.stead.model.FieldType;
import io.stead.model.OutboxMessage;
import io.stead.model.OwnerPage;
import io.stead.request.AccountRequest;
import io.stead.request.AdminPerson;
import io.stead.request.Approval;
import io.stead.request.EngineOptions;
import io.stead.request.FieldBounds;
import io.stead.request.FormField;
import io.stead.request.IdentityRequest;
import io.stead.request.OutboxRequest;
import io.stead.request.SendRequest;
import io.stead.request.SignerRequest;
import java.nio.file.Path;
import java.util.Arrays;

/** A store with an account whose Admin is Hank, who acts for Luther; what most tests begin with. */
final class World implements AutoCloseable {
    static final String LUTHER = "luthercooper@cubeflakes.com";
    static final String DAVID = "david@cubeflakes.com";
    static final Path ROOT = Path.of(System.getProperty("stead.root"));
    static final Path AGREEMENT = ROOT.resolve("examples/data/agreement.pdf");

    final Path store;
    final Engine engine;
    final Account account;
    final Session hank;

    World(Path folder) {
        this(folder, EngineOptions.of());
    }

    World(Path folder, EngineOptions options) {
        store = folder.resolve("crm.db");
        engine = Stead.open(store, options.publicUrl("https://crm.cubeflakes.com"), secret());
        account = engine.accounts().create(
                AccountRequest.of("Cubeflakes", AdminPerson.of("Hank White", "hankwhite@cubeflakes.com")));
        hank = engine.openTrusted(account.adminUserId().orElseThrow());
    }

    static byte[] secret() {
        byte[] secret = new byte[Stead.SECRET_BYTES];
        Arrays.fill(secret, (byte) 7);
        return secret;
    }

    /** Hank asks Luther, who agrees to all; answers the secret of Luther's lasting link. */
    String consent() {
        hank.identities().create(IdentityRequest.of("Luther Cooper", LUTHER));
        OwnerLink owner = engine.owner(tokenFor(LUTHER));
        OwnerPage page = owner.look();
        owner.approve(Approval.of(page.textHash()));
        return tokenFor(LUTHER);
    }

    /** Delivers what is due; answers the secret at the end of the newest link to somebody. */
    String tokenFor(String email) {
        String token = null;
        for (OutboxMessage mail : engine.outbox().take(OutboxRequest.of().max(100)).items()) {
            if (mail.to().email().equals(email) && mail.link().isPresent()) {
                String link = mail.link().get();
                token = link.substring(link.lastIndexOf('/') + 1);
            }
            engine.outbox().ack(mail);
        }
        return token;
    }

    static SendRequest agreement() {
        return SendRequest.of("Service agreement", david());
    }

    static SignerRequest david() {
        return SignerRequest.of("David", DAVID).formFields(
                FormField.of(FieldType.SIGNATURE, 1, FieldBounds.of(50, 600.5, 120, 40)).id("sign"));
    }

    @Override
    public void close() {
        engine.close();
    }
}
