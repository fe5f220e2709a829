// The only module that knows the program by name; boot.js adds it once the program's file is there.
import init from "./{app}";
window.headroomStart(init);
