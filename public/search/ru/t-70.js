dossierSearch("t-70","Apart _X Eie _X Blan vsB E_de_cooperation_militaire_jusqu_en_2025= vsB Es xF Cus -zB Bortee _zB Cst -T Ee -T Cutine vZ H= vZ Bres vE Eidence vhB K_russe_de_l_otsc= vhB Jy vhB Cise _X F_d_une_partie_de_la_province_de_badghis= _X Covince 3XH I_de_badghis= 3X Butin vZ F= vZ ")
<!-- dossier: search/ru/t-70.js -->
