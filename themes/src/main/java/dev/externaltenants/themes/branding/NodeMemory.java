package dev.externaltenants.themes.branding;

/** What a node keeps of the brands of all tenants. */
record NodeMemory(FileCache files, Stylesheets stylesheets, MissBudget misses) {

    static NodeMemory empty() {
        return new NodeMemory(new FileCache(), new Stylesheets(), new MissBudget());
    }
}
