/* Files of the demo: records, uploads, and the little it remembers between two runs. */
#ifndef FILES_H
#define FILES_H

#include <stead.h>

/* The whole file; the caller frees it. Ends the program when it cannot be read. */
char* read_file(const char* folder, const char* name, int64_t* length);
void write_file(const char* folder, const char* name, const void* bytes, int64_t length);
int file_exists(const char* folder, const char* name);
/* A request record from a file of examples/data. */
stead_record* read_record(const char* folder, const char* name);

#endif
