# SPDX-License-Identifier: MIT
# What is installed: library, headers, CMake package, pkg-config file, JSON schemas. No file of it
# names the place it was installed to, so the whole can be moved.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/jobmatch)
install(TARGETS jobmatch EXPORT jobmatch-targets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/jobmatch
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.h")

install(EXPORT jobmatch-targets NAMESPACE jobmatch:: DESTINATION ${package_dir})
configure_package_config_file(jobmatch-config.cmake.in
  ${CMAKE_CURRENT_BINARY_DIR}/jobmatch-config.cmake INSTALL_DESTINATION ${package_dir})
# Before 1.0 any minor version may break; from 1.0 this becomes SameMajorVersion.
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/jobmatch-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES
  ${CMAKE_CURRENT_BINARY_DIR}/jobmatch-config.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/jobmatch-config-version.cmake
  FindStemmer.cmake
  DESTINATION ${package_dir})

file(RELATIVE_PATH up "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
string(REGEX REPLACE "/$" "" up "${up}")
configure_file(jobmatch.pc.in ${CMAKE_CURRENT_BINARY_DIR}/jobmatch.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/jobmatch.pc
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

foreach(room model report)
  install(DIRECTORY ${room}/schema
    DESTINATION ${CMAKE_INSTALL_DATADIR}/jobmatch FILES_MATCHING PATTERN "*.schema.json")
endforeach()
