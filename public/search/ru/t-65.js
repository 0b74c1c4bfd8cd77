dossierSearch("t-65","Ae _K B_u= _K Bastern xFvX Bdtf 59B Bi 3G C= 3G Cil 3G E= 3G Blimination _zB Bn vsB Bt -M-mB Cat 3G E_islamique= 3G Es _K F_unis= _K K_d_amerique= _K Crangeres _SvmB ")
<!-- dossier: search/ru/t-65.js -->
