# One INTERFACE target carries every compiler flag of the project.
#   DESAKOTA_SANITIZE: "address,undefined" or "thread"; empty for none.
set(DESAKOTA_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize= takes them")
find_program(DESAKOTA_CCACHE ccache)
if(DESAKOTA_CCACHE)
  # Without this ccache gives up on sources that use a precompiled header.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${DESAKOTA_CCACHE})
endif()

add_library(desakota_flags INTERFACE)
target_compile_features(desakota_flags INTERFACE cxx_std_20)
# -Wno-restrict: gcc 12 gives a false alarm on "text" + std::string (its bug 105651).
# With sanitizers this compiler gives false alarms as well: there warnings are no errors.
# Results must not depend on whether the processor fuses multiply and add.
set(warnings_are_errors -Werror)
if(DESAKOTA_SANITIZE)
  set(warnings_are_errors)
endif()
target_compile_options(desakota_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wno-missing-field-initializers $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> ${warnings_are_errors}
  -ffp-contract=off -fno-math-errno -fvisibility=hidden)
if(DESAKOTA_SANITIZE)
  # For the whole folder, so that folders below can change them.
  add_compile_options(-fsanitize=${DESAKOTA_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${DESAKOTA_SANITIZE})
endif()
find_package(Threads REQUIRED)
target_link_libraries(desakota_flags INTERFACE Threads::Threads)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
