package io.stead.request;

import java.util.Map;

/** The first Admin of an account. Source: design 3. */
public final class AdminPerson extends Request<AdminPerson> {
    private AdminPerson(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param name the Admin's name, 1 to 80 characters
     * @param email the Admin's e-mail address
     */
    public static AdminPerson of(String name, String email) {
        return new AdminPerson(Map.of()).with("name", name).with("email", email);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static AdminPerson from(Map<String, ?> members) {
        return new AdminPerson(plain(members));
    }

    @Override
    AdminPerson made(Map<String, Object> members) {
        return new AdminPerson(members);
    }
}
