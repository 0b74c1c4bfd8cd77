dossierSearch("t-64","Ad _K-I_D Baech 3G F= 3G Dsh 3G F= 3G Cy 3tB Be X3DvD_De_Fe3DHfmDnF_KnB3L Cs _M_FvXuJvF Bmitri nkB G_bokarev= nkB Fy nkB G_bokarev= nkB Boubts nD G_about_new_start= nD Dtes nD G_sur_new_start= nD Bu XmTvG2B_a ")
<!-- dossier: search/ru/t-64.js -->
