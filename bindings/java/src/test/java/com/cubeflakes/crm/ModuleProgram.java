package com.cubeflakes.crm;

import io.stead.Stead;

/** A host that has Stead on its module path. */
public final class ModuleProgram {
    private ModuleProgram() {}

    /**
     * Prints what it sees of the module.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        Module module = Stead.class.getModule();
        boolean open = module.isExported("io.stead.internal", ModuleProgram.class.getModule());
        System.out.println((module.isNamed() ? "named module " : "unnamed module ") + module.getName() + " "
                + Stead.version() + (open ? "" : ", internals closed"));
    }
}
