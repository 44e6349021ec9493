# cmake -C engine/cmake/presets/address.cmake ...: finds memory faults, leaks and undefined behaviour.
set(CMAKE_BUILD_TYPE Sanitize CACHE STRING "")
set(CMAKE_CXX_FLAGS_SANITIZE "-O1 -g1" CACHE STRING "")
set(DESAKOTA_SANITIZE "address,undefined" CACHE STRING "")
