#include "engine/analyses/registry.h"
#include "engine/cli/command_line.h"

int main(int argc, char** argv) {
    return desakota::cli::run_command_line(desakota::analyses::catalogue(), argc, argv);
}
