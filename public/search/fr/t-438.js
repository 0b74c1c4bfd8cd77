dossierSearch("t-438","Aи _M_mB Bгил 3G E= 3G Bз va Bностранных _SvmB Cтернет nd I_журнал= nd Bсламское 3G J_государство= 3G Bшкобод _TniB H= n2B ")
