# cmake -DCHECK=<check_source_rules.cmake> -DFOLDER=<empty folder> -P check_source_rules_test.cmake
# Builds small source trees, each with one fault, and expects the check to refuse each for that fault.

# The house of every case: geo uses core and PROJ.
string(CONCAT rules
  "set(ROOMS core geo)\n"
  "set(FOLDER_core engine/core)\nset(FILES_core error.h)\nset(TESTS_core error)\n"
  "set(FOLDER_geo engine/geo)\nset(FILES_geo point.h point.cpp)\nset(DEPENDS_geo core)\nset(LIBS_geo PROJ::proj)\nset(TESTS_geo point)\n")

# Runs the check on a sound tree with `content` added to the end of `file`; sets `status` and `output`.
function(run_check file content)
  file(REMOVE_RECURSE ${FOLDER})
  file(WRITE ${FOLDER}/rules.cmake "${rules}")
  file(WRITE ${FOLDER}/engine/core/error.h "#pragma once\n\n#include <string>\n")
  file(WRITE ${FOLDER}/engine/geo/point.h "#pragma once\n\n#include \"engine/core/error.h\"\n")
  file(WRITE ${FOLDER}/engine/geo/point.cpp "#include \"engine/geo/point.h\"\n\n#include <cmath>\n#include <proj.h>\n")
  file(WRITE ${FOLDER}/tests/geo/point_test.cpp "#include \"engine/geo/point.h\"\n")
  file(APPEND ${FOLDER}/${file} "${content}\n")
  execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${FOLDER} -DRULES=${FOLDER}/rules.cmake -P ${CHECK}
    RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  set(status ${status} PARENT_SCOPE)
  set(output "${output}" PARENT_SCOPE)
endfunction()

function(expect_accepted file content)
  run_check(${file} "${content}")
  if(NOT status EQUAL 0)
    message(SEND_ERROR "${file} with \"${content}\" was refused:\n${output}")
  endif()
endfunction()

function(expect_refused file content message)
  run_check(${file} "${content}")
  string(REGEX REPLACE "[ \n]+" " " one_line "${output}")
  string(FIND "${one_line}" "${file}: ${message}" place)
  if(status EQUAL 0 OR place EQUAL -1)
    message(SEND_ERROR "${file} with \"${content}\" should be refused with\n  ${message}\nbut (${status}):\n${output}")
  endif()
endfunction()

expect_accepted(engine/geo/point.cpp "#include <vector>\n#include <fmt/format.h>\nint strtodo(int);  // it was exit (of a road)")
expect_accepted(tests/geo/point_test.cpp "#include <fstream>\nint main() { return -1; }")

expect_accepted(engine/geo/point.cpp "std::ostringstream s;\n    s.imbue(std::locale::classic());")

expect_refused(engine/core/error.cpp "#include <string>" "its own header comes first: #include")
expect_refused(engine/core/error.h "#include \"engine/geo/point.h\"" "room 'core' does not declare DEPENDS geo")
expect_refused(engine/core/error.h "#include \"qgis_plugin/words.h\"" "room 'core' does not declare DEPENDS qgis_plugin")
expect_refused(engine/geo/point.cpp "#include \"point.h\"" "\"point.h\": include by the full path")
expect_refused(engine/core/error.h "#include <proj.h>" "<proj.h>: room 'core' does not declare LIBS PROJ::proj")
expect_refused(engine/geo/point.cpp "#include <gdal_priv.h>" "<gdal_priv.h>: room 'geo' does not declare LIBS GDAL::GDAL")
expect_refused(engine/geo/point.cpp "#include <armadillo/matrix.hpp>" "<armadillo/matrix.hpp>: of a library that")
expect_refused(engine/geo/point.cpp "#include <fstream>" "<fstream>: only these rooms touch files")
expect_refused(engine/geo/point.cpp "#include <unistd.h>" "<unistd.h>: only engine/io/operating_system.cpp calls")

expect_refused(engine/geo/point.cpp "double d = std::stod(t);" "\"std::stod(\": follows the locale")
expect_refused(tests/geo/point_test.cpp "double d = strtod(t, &e);" "\"strtod(\": follows the locale")
expect_refused(engine/geo/point.cpp "std::ostringstream s;" "\"std::ostringstream\": follows the locale")
expect_refused(engine/geo/point.cpp "std::snprintf(b, n, f);" "\":snprintf(\": follows the locale")
expect_refused(engine/geo/point.cpp "setlocale(LC_ALL, n);" "\"setlocale(\": the locale belongs")
expect_refused(engine/geo/point.cpp "std::locale::global(l);" "\"std::locale::global\": the locale belongs")
expect_refused(engine/geo/point.cpp "return -1;" "\"return -1")
expect_refused(engine/geo/point.cpp "std::cout << 1;" "\"std::cout\": only cli speaks")
expect_refused(engine/geo/point.cpp "std::exit(1);" "\":exit(\": only cli ends")
expect_refused(engine/geo/point.cpp "CPLSetConfigOption(a, b);" "\"CPLSetConfigOption(\": changes GDAL")
expect_refused(tests/geo/point_test.cpp "// TODO" "\"TODO\": finish it")

string(REPEAT "\n" 400 long)
expect_refused(tests/geo/point_test.cpp "${long}" "402 lines, limit 400")
expect_refused(engine/geo/line.h "class Line;" "a header begins with #pragma once")
expect_refused(engine/geo/line.cpp "" "not listed in engine/CMakeLists.txt")
expect_refused(tests/geo/line_test.cpp "" "not listed in tests/CMakeLists.txt")
