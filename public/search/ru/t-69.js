dossierSearch("t-69","Aichkobod -TniB I= n2B Bii nD2HcfqJsCsB-Bqf5B Bn 3QnI Cf vavZ D= _zB D_treaty= _zB Ctermediaire _zB Kte _zB M_range_nuclear_forces_treaty= _zB Braq 3G Bshkobod -TniB I= n2B Cil 3G E= 3G Ds 3G E= 3G Clamic 3G H_state= 3G N_of_iraq_and_the_levant= 3G Gque 3G Co 59B Csue 59B ")
<!-- dossier: search/ru/t-69.js -->
