dossierSearch("t-63","Ac xFl2B5B Bc xF Bollective xFnCnU K_security_treaty= _H a_organization= nc Cmmons xF Cnseil v5B H_des_ministres_des_affaires_etrangeres= v5B Coperation vsB Cuncil v5B H_of_foreign_ministers= v5B Drte -zB Breative xF Bst -H D= _H Do xFnN_FmDnF_X E= nc E_foreign_ministers= v5B Fsummit_in_bishkek= _Y ")
<!-- dossier: search/ru/t-63.js -->
