dossierSearch("t-6e","Anations vqB H_unies= vqB Do X E= X Curu nQ F= nQ Bear vE Co nd D= nd Cw nDpCmHnQ D_eastern_outlook= nd Estart= _M Ds 8XiO Bicaragua v1B J= v1B Bord X Dth X F_atlantic_treaty_organization= X Cuveau -M H_traite_start= _M Flles -M Bucleaires -zB Gr -zB ")
<!-- dossier: search/ru/t-6e.js -->
