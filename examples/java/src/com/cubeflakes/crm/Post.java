package com.cubeflakes.crm;

import io.stead.Engine;
import io.stead.model.OutboxMessage;
import io.stead.request.OutboxRequest;
import java.util.List;

/** The host's side of the outbox: Stead writes the mails, the host delivers them. This one shows them to the reader. */
record Post(List<OutboxMessage> mails) {
    /** Takes all due mails, tells who got what (the ones of `shown` kind whole), and acknowledges them. */
    static Post deliver(Engine engine, String shown) {
        List<OutboxMessage> mails = engine.outbox().take(OutboxRequest.of().max(100)).items();
        if (mails.isEmpty()) {
            Tell.say("(no mail is due)");
        }
        for (OutboxMessage mail : mails) {
            if (mail.kind().equals(shown)) {
                Tell.mail(mail);
            } else {
                Tell.say("mail to %-28s %s", mail.to().email(), mail.subject());
            }
            engine.outbox().ack(mail);
        }
        return new Post(mails);
    }

    static Post deliver(Engine engine) {
        return deliver(engine, "");
    }

    /** The secret at the end of the link in the mail of this kind; only its reader and this program ever see it. */
    String secret(String kind) {
        return mails.stream()
                .filter(mail -> mail.kind().equals(kind))
                .flatMap(mail -> mail.link().stream())
                .map(link -> link.substring(link.lastIndexOf('/') + 1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No mail of the kind " + kind + " holds a link."));
    }
}
