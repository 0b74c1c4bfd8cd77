dossierSearch("t-6d","Ameasures -M Ceting _S H_of_the_csto_foreign_ministers= _S Csures -M Bilitaire 3qBHvB Gry 3qBHvB I_cooperation_plan_to_2025= vsB Cnisters _SvmB Gres _SvmB J_des_affaires_etrangeres_de_l_otsc= v5B Cssiles _zB Boscou nf G= nf Fw nf G= nf ")
<!-- dossier: search/ru/t-6d.js -->
