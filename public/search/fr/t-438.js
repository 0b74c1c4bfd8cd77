dossierSearch("t-438","Aи -M-mB Bгил 3G E= 3G Bз va Bностранных _SvmB Bсламское 3G J_государство= 3G Bшкобод -TniB H= n2B ")
<!-- dossier: search/fr/t-438.js -->
