# cmake -DROOT=<project> -DRULES=<build>/rules.cmake -P check_source_rules.cmake
# Fails where a file includes what its room did not declare, is built or run by no list, is too long, or holds a
# banned word. RULES is what engine_write_rules() wrote: ROOMS, and FOLDER_, DEPENDS_, LIBS_,
# FILES_ and TESTS_ of each.
cmake_policy(SET CMP0057 NEW)
include(${RULES})

set(max_lines 400)

# How foreign headers begin | the target that a room needs in its LIBS (fmt comes with core).
set(foreign
  "gdal|GDAL::GDAL" "ogr|GDAL::GDAL" "cpl_|GDAL::GDAL"
  "geos|GEOS::geos_c" "proj|PROJ::proj" "geodesic|PROJ::proj" "nanoflann|nanoflann::nanoflann"
  "toml\\+\\+/|tomlplusplus::tomlplusplus" "CLI/|CLI11::CLI11" "nlohmann/|nlohmann_json::nlohmann_json"
  "boost/|Boost::headers" "Eigen/|Eigen3::Eigen" "gcrypt|PkgConfig::LIBGCRYPT" "sqlite3|SQLite::SQLite3" "xlsxwriter|PkgConfig::XLSXWRITER" "zlib|ZLIB::ZLIB" "kainjow/|kainjow::mustache" "cairo|PkgConfig::PANGOCAIRO" "pango/|PkgConfig::PANGOCAIRO" "png|PkgConfig::LIBPNG" "qgs|QGIS" "Q[A-Z]|Qt5" "fmt/|none")

# Files, console, clock: the world outside, and the rooms that may touch it.
set(outer_headers "^(fstream|filesystem|iostream|cstdio|chrono|ctime)$")
set(outer_rooms io study cli)
# What is of POSIX, and the one file that may use it.
set(posix_headers "^(csignal|[a-z]+\\.h|sys/[a-z]+\\.h)$")
set(posix_file "io/operating_system.cpp")

# Where | regular expression | why. Where: all; engine; inner (the engine without cli).
set(begin "(^|[^A-Za-z_.>])")
set(banned
  "all|(^|[^A-Za-z])(TODO|FIXME)|finish it, or file an issue"
  "all|std::sto(d|f|i|l|u|ld|ll|ul|ull)[(]|follows the locale: use core/number_text.h"
  "all|${begin}(strto(d|f|ld)|ato(f|i|l|ll)|s?scanf)[(]|follows the locale: use core/number_text.h"
  "engine|${begin}s?n?printf[(]|follows the locale: use fmt"
  "engine|std::[io]?stringstream|follows the locale: use fmt, or imbue std::locale::classic() in the next statement"
  "engine|(${begin}setlocale[(]|std::locale([({]|::global))|the locale belongs to the program around the engine"
  "engine|return -1[^0-9. ]|a sentinel: use std::optional or throw core::Error"
  "engine|(GDALDestroy[A-Za-z]*|OGRCleanupAll|CPLSetConfigOption|CPLSetErrorHandler)[(]|changes GDAL for the whole process"
  "inner|std::(cout|cerr|clog)|only cli speaks to the user"
  "inner|${begin}(exit|_Exit|quick_exit|abort|signal)[(]|only cli ends the process or hears signals")

function(reject file why)
  cmake_path(RELATIVE_PATH file BASE_DIRECTORY ${ROOT})
  set_property(GLOBAL APPEND_STRING PROPERTY broken "  ${file}: ${why}\n")
endfunction()

function(check_shape file text)
  string(REGEX MATCHALL "\n" newlines "${text}")
  list(LENGTH newlines lines)
  if(lines GREATER max_lines)
    reject(${file} "${lines} lines, limit ${max_lines}")
  endif()
  if(file MATCHES "\\.h$" AND NOT text MATCHES "^#pragma once\n")
    reject(${file} "a header begins with #pragma once")
  endif()
endfunction()

function(check_words file text places)
  string(REGEX REPLACE
    "std::[io]?stringstream [a-z_]+;[ \n]*[a-z_]+[.]imbue[(]std::locale::classic[(][)][)]" "" text "${text}")
  foreach(ban IN LISTS banned)
    string(REGEX MATCH "^([a-z]+)\\|(.*)\\|([^|]*)$" parts "${ban}")
    set(place "${CMAKE_MATCH_1}")
    set(word "${CMAKE_MATCH_2}")
    set(why "${CMAKE_MATCH_3}")
    if(place IN_LIST places AND text MATCHES "${word}")
      string(STRIP "${CMAKE_MATCH_0}" found)
      reject(${file} "\"${found}\": ${why}")
    endif()
  endforeach()
endfunction()

# The LIBS target that a header needs; "none" or "unknown" where the table says so or is silent.
function(find_library_of header result)
  set(${result} unknown PARENT_SCOPE)
  foreach(entry IN LISTS foreign)
    string(REGEX MATCH "^(.*)\\|(.*)$" parts "${entry}")
    set(library "${CMAKE_MATCH_2}")
    if(header MATCHES "^${CMAKE_MATCH_1}")
      set(${result} "${library}" PARENT_SCOPE)
      return()
    endif()
  endforeach()
endfunction()

function(check_foreign room file header)
  find_library_of(${header} library)
  if(library STREQUAL "none" OR library IN_LIST LIBS_${room})
    return()
  elseif(NOT library STREQUAL "unknown")
    reject(${file} "<${header}>: room '${room}' does not declare LIBS ${library}")
  elseif(header MATCHES "${outer_headers}")
    if(NOT room IN_LIST outer_rooms)
      reject(${file} "<${header}>: only these rooms touch files, console and clock: ${outer_rooms}")
    endif()
  elseif(header MATCHES "${posix_headers}")
    if(NOT file MATCHES "${posix_file}$")
      reject(${file} "<${header}>: only engine/${posix_file} calls the operating system")
    endif()
  elseif(header MATCHES "[./]")
    reject(${file} "<${header}>: of a library that check_source_rules.cmake does not know")
  endif()
endfunction()

# Only so does every header compile alone: engine_room() tries no header that has a source.
function(check_own_header_comes_first file includes)
  string(REGEX REPLACE "\\.cpp$" ".h" header ${file})
  if(header STREQUAL file OR NOT EXISTS ${header})
    return()
  endif()
  cmake_path(RELATIVE_PATH header BASE_DIRECTORY ${ROOT})
  list(POP_FRONT includes first)
  if(NOT first STREQUAL "#include \"${header}\"")
    reject(${file} "its own header comes first: #include \"${header}\"")
  endif()
endfunction()

function(check_includes room file)
  file(STRINGS ${file} includes REGEX "^[ \t]*#[ \t]*include")
  check_own_header_comes_first(${file} "${includes}")
  foreach(line IN LISTS includes)
    if(line MATCHES "\"(engine/[a-z_]+|qgis_plugin)/")
      string(REPLACE "engine/" "" other ${CMAKE_MATCH_1})
      if(NOT other STREQUAL room AND NOT other IN_LIST DEPENDS_${room})
        reject(${file} "room '${room}' does not declare DEPENDS ${other}")
      endif()
    elseif(line MATCHES "\"(.*)\"")
      reject(${file} "\"${CMAKE_MATCH_1}\": include by the full path, \"engine/room/file.h\"")
    elseif(line MATCHES "<(.*)>")
      check_foreign(${room} ${file} ${CMAKE_MATCH_1})
    endif()
  endforeach()
endfunction()

# check_files(<folder> <places of banned words>): sets `files` to what it checked.
macro(check_files folder)
  file(GLOB_RECURSE files ${ROOT}/${folder}/*.h ${ROOT}/${folder}/*.cpp)
  foreach(file IN LISTS files)
    file(READ ${file} text)
    check_shape(${file} "${text}")
    check_words(${file} "${text}" "${ARGN}")
  endforeach()
endmacro()

# A file that no list names is not compiled, or its tests never run. Tells which sources have no test file.
function(check_is_listed room file)
  cmake_path(RELATIVE_PATH file BASE_DIRECTORY ${ROOT}/${FOLDER_${room}} OUTPUT_VARIABLE name)
  if(NOT name IN_LIST FILES_${room})
    string(REGEX REPLACE "/.*" "" top ${FOLDER_${room}})
    reject(${file} "not listed in ${top}/CMakeLists.txt")
  endif()
  string(REGEX REPLACE "\\.cpp$" "" subject "${name}")
  if(name MATCHES "\\.cpp$" AND NOT subject IN_LIST TESTS_${room})
    message(STATUS "without a test file of its own: ${FOLDER_${room}}/${name}")
  endif()
endfunction()

function(check_tests_are_listed room)
  file(GLOB tests RELATIVE ${ROOT}/tests/${room} ${ROOT}/tests/${room}/*_test.cpp)
  list(TRANSFORM tests REPLACE "_test\\.cpp$" "")
  foreach(test IN LISTS tests)
    if(NOT test IN_LIST TESTS_${room})
      reject(${ROOT}/tests/${room}/${test}_test.cpp "not listed in tests/CMakeLists.txt")
    endif()
  endforeach()
endfunction()

foreach(room IN LISTS ROOMS)
  set(places all engine inner)
  if(room STREQUAL "cli")
    set(places all engine)
  endif()
  check_files(${FOLDER_${room}} ${places})
  foreach(file IN LISTS files)
    check_includes(${room} ${file})
    check_is_listed(${room} ${file})
  endforeach()
  check_tests_are_listed(${room})
endforeach()
check_files(sample_layers all)
check_files(tests all)

get_property(broken GLOBAL PROPERTY broken)
if(broken)
  message(FATAL_ERROR "Source rules broken:\n${broken}")
endif()
