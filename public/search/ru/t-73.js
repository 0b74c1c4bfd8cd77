dossierSearch("t-73","As vhBta5B Becurite -HmU Hy xFmCmU Cizure _X H_of_part_of_badghis_province= _X Bhorter -zB Bommet _Y G_de_bichkek= _Y Kl_otsc_a_bichkek= _Y Cuth n3B F_ossetia= n3B Bputnik jI0K Btandard izB Drt nD3J Dte 3G Fs _K Crategic _M J_arms_reduction_treaty= _M Iques -M Bud n3B Cmmit _Y Cr nD2J_mB Byria nZ F= nZ Ee nZ F= nZ ")
<!-- dossier: search/ru/t-73.js -->
