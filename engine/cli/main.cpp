#include "engine/analyses/registry.h"
#include "engine/cli/command_line.h"
#include "engine/io/operating_system.h"

int main(int argc, char** argv) {
    desakota::io::keep_freed_memory();
    return desakota::cli::run_command_line(desakota::analyses::catalogue(), argc, argv);
}
