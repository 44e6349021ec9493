#include <fstream>
#include <iostream>
#include <span>
#include <string_view>

#include "tests/report/made_report.h"

/// write_page en|id FILE: the page of the made report, for a browser to open.
int main(int count, char** values) {
    const std::span<char*> arguments(values, static_cast<std::size_t>(count));
    if (arguments.size() != 3) {
        std::cerr << "write_page en|id FILE\n";
        return 2;
    }
    const auto language = std::string_view(arguments[1]) == "id" ? desakota::core::Language::Indonesian
                                                                 : desakota::core::Language::English;
    const auto made = desakota::report::made_report();
    std::ofstream file(arguments[2], std::ios::binary);
    file << desakota::report::html_page(made.report, made.pictures, language);
    return file.good() ? 0 : 1;
}
