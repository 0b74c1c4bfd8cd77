dossierSearch("t-72","Arange _zB Beduction _M Js -M Cpublic nO Ctrait va H_americain_du_traite_fni= va Cunion _S H_des_ministres_des_affaires_etrangeres_de_l_otsc= _S Bfe 9T Bl 9T Busse vhB Eia _LvV G= _L G_s_csto_presidency= vhB Gn _L H_federation= _L Fe _L G= _L ")
<!-- dossier: search/ru/t-72.js -->
