dossierSearch("t-6f","Aof 3GnE-B_F_E3VmGvF Cfensifs -M Hve -M Bn -M-G-f Cu vqB D= vqB Brganisation XubnO M_des_nations_unies= vqB Ou_traite_de_l_atlantique_nord= X asecurite_collective= nc Gzation X5EuW Bssetia n3B Ge n3B H_du_sud= n3B Btan X E= X Csc _S_FmDnF_X E= nc Butlook xFvX Czbekistan _O L= _O ")
<!-- dossier: search/ru/t-6f.js -->
