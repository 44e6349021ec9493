#include "tests/cli/test_catalogue.h"

#include "engine/cli/command_line.h"

int main(int argc, char** argv) {
    return desakota::cli::run_command_line(desakota::cli::test_catalogue(), argc, argv);
}
