#include <fstream>
#include <string>

#include "engine/analyses/registry.h"
#include "engine/cli/reference.h"
#include "engine/cli/streams.h"

namespace {

bool write_page(const std::string& path, desakota::core::Language language) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << desakota::cli::reference_page(desakota::analyses::catalogue(), language);
    file.close();
    if (file.good()) return true;
    (void)desakota::cli::write_error("desakota_reference: cannot write " + path + "\n");
    return false;
}

}  // namespace

/// desakota_reference FOLDER: writes reference.en.md and reference.id.md there.
int main(int argc, char** argv) {
    using desakota::core::Language;
    if (argc != 2) {
        (void)desakota::cli::write_error("usage: desakota_reference FOLDER\n");
        return 2;
    }
    const std::string folder(argv[1]);
    const bool written = write_page(folder + "/reference.en.md", Language::English) &&
                         write_page(folder + "/reference.id.md", Language::Indonesian);
    return written ? 0 : 1;
}
