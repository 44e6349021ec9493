#include <clocale>
#include <gtest/gtest.h>
#include <locale>
#include <stdexcept>

namespace {

/// Takes over the machine's locale as QGIS does, so that a suite run under id_ID.UTF-8 finds numbers that follow it.
/// A locale that the machine names but does not have leaves "C".
void take_locale_of_environment() {
    if (std::setlocale(LC_ALL, "") == nullptr) return;
    try {
        std::locale::global(std::locale(""));
    } catch (const std::runtime_error&) {
        std::setlocale(LC_ALL, "");
    }
}

}  // namespace

int main(int argc, char** argv) {
    take_locale_of_environment();
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
