module demarc/tools/oracle

go 1.24
