# cmake -C engine/cmake/presets/address.cmake ...: finds memory faults, leaks and undefined behaviour.
set(CMAKE_BUILD_TYPE Sanitize CACHE STRING "")
# Line numbers would take a sixth of the build: -O1 -g1 where a report is to name them.
set(CMAKE_CXX_FLAGS_SANITIZE "-O1" CACHE STRING "")
set(DESAKOTA_SANITIZE "address,undefined" CACHE STRING "")
