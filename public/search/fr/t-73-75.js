dossierSearch("t-73-75","0successeur lIZ2n9[=d9 2d n2k8k2V1m1c1j1<f2S6Fl3j1l1T246^2]1W45n1DOb4 2it SMcFi93 3v Z7[W1R4k7b2 4ent ZF 2jet \\1j5Cc:T9[?[? 2mm oH 2r DDg1T1<DLBFe2DW1d3[1El1L<T1\\24m1CS1d5l14c1T244CELb54?V2LT2Y2e135 3venu [O 2spen S3 6dr jE 7u k>l6[6\\Gi7 1yr WI]BZ7a8 3= WI 2stem dZ14R8 ")
<!-- dossier: search/fr/t-73-75.js -->
